import { useState } from 'react';
import { useWords } from '../../words/words';
import { ReasonField, RoomForm } from './roomForms';
import { queueWords } from './warWords';

/** Why somebody does not take a seat that is handed to them. */
export default function DeclineSeat({ role, title, onClose }: { role: string; title: string; onClose: () => void }) {
  const w = useWords(queueWords);
  const [reason, setReason] = useState('');
  return (
    <RoomForm
      title={w.declineSeat}
      send={w.declineSeat}
      done={w.seatDeclined(title)}
      type="crises.decline-seat"
      command={{ role, reason }}
      missing={reason.trim() === '' ? w.decline : undefined}
      onClose={onClose}
    >
      {(tried, submit) => <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} autoFocus />}
    </RoomForm>
  );
}
