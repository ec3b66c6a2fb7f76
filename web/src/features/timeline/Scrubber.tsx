import type { Board } from '../../live/board';

export default function Scrubber({ live }: { live: Board }) {
  return <div>{live.seq()}</div>;
}
