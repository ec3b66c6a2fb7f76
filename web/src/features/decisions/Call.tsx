import { Mail, MessageSquare, Phone } from 'lucide-react';
import type { Id, Reach } from '../../api/types';
import { useCard } from '../../live/room';

const SCHEMES: { readonly [way: string]: { readonly scheme: string; readonly icon: typeof Phone } } = {
  phone: { scheme: 'tel:', icon: Phone },
  text: { scheme: 'sms:', icon: MessageSquare },
  mail: { scheme: 'mailto:', icon: Mail },
};

/** Ways to reach somebody that a device can open, in the order that the person prefers. */
export function reachable(reach: readonly Reach[]): readonly Reach[] {
  return reach.filter((each) => each.way in SCHEMES);
}

/** Buttons that call or write to somebody from this device, without any network of ours. */
export function Call({ id, none, most = 2 }: { id: Id; none: string; most?: number }) {
  const person = useCard('people.directory', id);
  const ways = reachable(person?.reach ?? []).slice(0, most);
  if (ways.length === 0) {
    return <span className="dim sm">{none}</span>;
  }
  return (
    <>
      {ways.map(({ way, address }) => {
        const { scheme, icon: Icon } = SCHEMES[way] ?? { scheme: 'tel:', icon: Phone };
        return (
          <a key={way + address} className="btn outlined" href={scheme + address.replaceAll(' ', '')}>
            <Icon className="icon" aria-hidden />
            <span className="num">{address}</span>
          </a>
        );
      })}
    </>
  );
}
