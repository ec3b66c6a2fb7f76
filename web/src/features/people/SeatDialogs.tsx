import { lazy, Suspense, useMemo, useState } from 'react';
import type { Id, Instant } from '../../api/types';
import { useName } from '../../live/people';
import { useCard, useList } from '../../live/room';
import { TextArea } from '../../parts/text';
import { Note } from '../../parts/plain';
import { PersonPicker } from '../../parts/PersonPicker';
import { useWords } from '../../words/words';
import { usePinnedCharter } from '../crises/charter';
import type { Asking } from './asking';
import { ReasonField, RoomForm } from '../crises/roomForms';
import { MomentField } from '../tasks/MomentField';
import type { SeatCard } from './roster';
import { successorsOf } from './useSeatMay';
import { seatWords } from './words';

const AdmitDialog = lazy(async () => ({ default: (await import('../crises/roomDialogs')).AdmitDialog }));

/** Those that ask for something; the others are done at once. */

interface Props {
  readonly seat: SeatCard;
  readonly onClose: () => void;
}

/** @param id the seat's */
export function SeatDialog({ id, action, onClose }: { id: Id; action: Asking; onClose: () => void }) {
  const seat = useCard('crises.seats', id);
  if (!seat) {
    return null;
  }
  switch (action) {
    case 'decline':
      return <Decline seat={seat} onClose={onClose} />;
    case 'hand-over':
      return <HandOver seat={seat} onClose={onClose} />;
    case 'stand-in':
      return <StandIn seat={seat} onClose={onClose} />;
    case 'fill':
      return <Fill seat={seat} onClose={onClose} />;
    case 'vacate':
      return <Vacate seat={seat} onClose={onClose} />;
  }
}

/** Says so when the seat is another than the one that was opened. */
function Moved({ seat }: { seat: SeatCard }) {
  const w = useWords(seatWords);
  const [opened] = useState(seat);
  const name = useName(seat.holder);
  const same = opened.holder === seat.holder && opened.standIn === seat.standIn && opened.offeredTo === seat.offeredTo;
  return same ? null : (
    <Note tone="warn">
      {w.moved} {seat.holder ? w.holds(name) : w.holdsNobody}
    </Note>
  );
}

function HandOver({ seat, onClose }: Props) {
  const w = useWords(seatWords);
  const charter = usePinnedCharter();
  const people = useMemo(() => successorsOf(seat, charter), [seat, charter]);
  const [to, setTo] = useState<Id | null>(people.length === 1 ? (people[0] ?? null) : null);
  const [note, setNote] = useState('');
  const name = useName(to ?? undefined);
  return (
    <RoomForm
      title={`${w.handOver}: ${seat.title}`}
      send={w.handOver}
      done={w.handedOver(seat.title, name)}
      type="crises.hand-over-seat"
      command={{ role: seat.role, to: to ?? '', note: note.trim() }}
      missing={to === null ? w.needPerson : note.trim() === '' ? w.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <Moved seat={seat} />
          <PersonPicker
            label={w.handOverTo}
            hint={w.handOverHint}
            people={people}
            value={to}
            onChange={setTo}
            required
            autoFocus={to === null}
            problem={tried && to === null ? w.needPerson : undefined}
          />
          <TextArea
            label={w.note}
            hint={w.noteHint}
            value={note}
            onChange={setNote}
            required
            autoFocus={to !== null}
            max={10_000}
            onSubmit={submit}
            problem={tried && note.trim() === '' ? w.needText : undefined}
          />
        </>
      )}
    </RoomForm>
  );
}

function Decline({ seat, onClose }: Props) {
  const w = useWords(seatWords);
  const [reason, setReason] = useState('');
  return (
    <RoomForm
      title={`${w.decline}: ${seat.title}`}
      send={w.decline}
      done={w.declined(seat.title)}
      type="crises.decline-seat"
      command={{ role: seat.role, reason: reason.trim() }}
      missing={reason.trim() === '' ? w.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <Moved seat={seat} />
          <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} autoFocus />
        </>
      )}
    </RoomForm>
  );
}

function StandIn({ seat, onClose }: Props) {
  const w = useWords(seatWords);
  const [until, setUntil] = useState<Instant | null>(null);
  const [reason, setReason] = useState('');
  return (
    <RoomForm
      title={`${w.standIn}: ${seat.title}`}
      send={w.standIn}
      done={w.stoodIn(seat.title)}
      type="crises.stand-in"
      command={{ role: seat.role, until: until ?? '', reason: reason.trim() }}
      missing={until === null ? w.needTime : reason.trim() === '' ? w.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <Moved seat={seat} />
          <MomentField
            label={w.standInUntil}
            hint={w.standInHint}
            value={until}
            onChange={setUntil}
            required
            real
            problem={tried && until === null ? w.needTime : undefined}
          />
          <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} />
        </>
      )}
    </RoomForm>
  );
}

function Fill({ seat, onClose }: Props) {
  const w = useWords(seatWords);
  const directory = useList('people.directory');
  const people = useMemo(
    () => directory.filter((each) => each.active && each.kind === 'human').map((each) => each.id),
    [directory],
  );
  const [person, setPerson] = useState<Id | null>(null);
  const [reason, setReason] = useState('');
  const name = useName(person ?? undefined);
  return (
    <RoomForm
      title={`${w.fill}: ${seat.title}`}
      send={w.fill}
      done={w.filled(seat.title, name)}
      type="crises.fill-seat"
      command={{ role: seat.role, person: person ?? '', reason: reason.trim() }}
      missing={person === null ? w.needPerson : reason.trim() === '' ? w.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <Moved seat={seat} />
          <PersonPicker
            label={w.fillWho}
            hint={seat.holder ? w.fillHint : undefined}
            people={people}
            exclude={seat.holder ? [seat.holder] : []}
            value={person}
            onChange={setPerson}
            required
            autoFocus
            problem={tried && person === null ? w.needPerson : undefined}
          />
          <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} />
        </>
      )}
    </RoomForm>
  );
}

function Vacate({ seat, onClose }: Props) {
  const w = useWords(seatWords);
  const name = useName(seat.holder);
  const [reason, setReason] = useState('');
  return (
    <RoomForm
      danger
      title={`${w.vacate}: ${seat.title}`}
      send={w.vacate}
      done={w.vacated(seat.title)}
      type="crises.vacate-seat"
      command={{ role: seat.role, reason: reason.trim() }}
      missing={reason.trim() === '' ? w.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <Moved seat={seat} />
          {seat.holder && <p className="dim">{w.vacateHint(name)}</p>}
          <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} autoFocus />
        </>
      )}
    </RoomForm>
  );
}

export function Dismiss({ id, onClose }: { id: Id; onClose: () => void }) {
  const w = useWords(seatWords);
  const name = useName(id);
  const [reason, setReason] = useState('');
  return (
    <RoomForm
      danger
      title={w.dismiss}
      send={w.dismiss}
      done={w.dismissed(name)}
      type="crises.dismiss"
      command={{ person: id, reason: reason.trim() }}
      missing={reason.trim() === '' ? w.needText : undefined}
      onClose={onClose}
    >
      {(tried, submit) => (
        <>
          <p className="dim">{w.dismissHint(name)}</p>
          <ReasonField value={reason} onChange={setReason} tried={tried} submit={submit} autoFocus />
        </>
      )}
    </RoomForm>
  );
}

export function Admit({ onClose }: { onClose: () => void }) {
  return (
    <Suspense fallback={null}>
      <AdmitDialog onClose={onClose} />
    </Suspense>
  );
}
