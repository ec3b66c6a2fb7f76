import type { RoomAction } from './RoomActions';
import { AdmitDialog, ClassifyDialog, CloseDialog, PhaseDialog, PromiseDialog, QuestionsDialog } from './roomDialogs';
import { DeclareDialog } from './roomForms';
import { UpdateDialog } from './UpdateDialog';

/** The form of something that is done to the crisis itself; loaded when the first is opened. */
export default function RoomDialog({ action, onClose }: { action: RoomAction; onClose: () => void }) {
  switch (action) {
    case 'give-update':
      return <UpdateDialog onClose={onClose} />;
    case 'declare':
      return <DeclareDialog onClose={onClose} />;
    case 'classify':
      return <ClassifyDialog onClose={onClose} />;
    case 'move-phase':
      return <PhaseDialog onClose={onClose} />;
    case 'answer-questions':
      return <QuestionsDialog onClose={onClose} />;
    case 'promise-update':
      return <PromiseDialog onClose={onClose} />;
    case 'admit':
      return <AdmitDialog onClose={onClose} />;
    case 'close':
      return <CloseDialog onClose={onClose} />;
  }
}
