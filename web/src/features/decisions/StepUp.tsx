import { signOut } from '../../app/AccountMenu';
import type { Problem } from '../../api/problem';
import { useMe } from '../../live/me';
import { Button, Dialog } from '../../parts/controls';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { useWays } from './Authority';
import { ways as wayWords } from './formWords';

/** Says which sign-in the charter asks for, when the one of now is too weak for this kind of decision. */
export function StepUp({ problem, title, onClose }: { problem: Problem | null; title: string; onClose: () => void }) {
  const w = useWords(wayWords);
  const c = useWords(common);
  const me = useMe();
  const ways = useWays();
  return (
    <Dialog
      title={w.stepUpTitle}
      open={problem?.code === 'step-up-required'}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{c.close}</Button>
          <Button kind="primary" onPress={() => void signOut()}>
            {w.stepUpGo}
          </Button>
        </>
      }
    >
      <p>{w.stepUpWhy(title, ways(problem?.amr ?? []))}</p>
      <p>{w.stepUpHow}</p>
      <p className="dim">
        {w.stepUpWith} {ways(me.session.amr)}.
      </p>
    </Dialog>
  );
}
