import { permitted, useMay } from '../../act/may';
import { useMyId } from '../../live/me';
import { useReadOnly } from './useReadOnly';

/** Whether the reader may offer a task to anybody. */
export function useMayAdd(): boolean {
  const me = useMyId();
  const readOnly = useReadOnly();
  const verdicts = useMay(
    readOnly
      ? []
      : [{ type: 'tasks.offer', command: { to: me, risk: 'medium', dependsOn: [], evidenceRequired: false } }],
  );
  return permitted(verdicts, 0);
}
