import { Copy, Mail, MapPin, MessageSquare, Phone, Radio, type LucideIcon } from 'lucide-react';
import type { Id, Reach, ReachWay } from '../../api/types';
import { useName } from '../../live/people';
import { useCard } from '../../live/room';
import { IconButton } from '../../parts/controls';
import { toast } from '../../parts/toast';
import { useWords } from '../../words/words';
import { personWords, ways } from './words';

const ICONS: Record<ReachWay, LucideIcon> = {
  phone: Phone,
  text: MessageSquare,
  mail: Mail,
  messenger: MessageSquare,
  pager: Radio,
  'in-person': MapPin,
};

/** Where a way leads when it is pressed; `null` where a device can do nothing but show it. */
export function linkOf({ way, address }: Reach): string | null {
  const number = address.replace(/[^+\d,;*#]/g, '');
  switch (way) {
    case 'phone':
      return number === '' ? null : 'tel:' + number;
    case 'text':
      return number === '' ? null : 'sms:' + number;
    case 'mail':
      return /^[^\s@<>?&]+@[^\s@<>?&]+$/.test(address) ? 'mailto:' + encodeURI(address) : null;
    case 'messenger':
    case 'pager':
    case 'in-person':
      return null;
  }
}

/** The ways to reach somebody that a press is enough for, as icons. */
export function QuickWays({ id }: { id: Id }) {
  const w = useWords(ways);
  const name = useName(id);
  const reach = useCard('people.directory', id)?.reach ?? [];
  return reach.slice(0, 3).map((each) => {
    const Icon = ICONS[each.way];
    const link = linkOf(each);
    const words = `${w[each.way]}: ${name}, ${each.address}`;
    return link === null ? (
      <CopyButton key={each.way + each.address} text={each.address} label={words} icon={Icon} />
    ) : (
      <a key={each.way + each.address} href={link} className="btn quiet square" aria-label={words} title={words}>
        <Icon className="icon" aria-hidden />
      </a>
    );
  });
}

/** Every way to reach somebody, in the order in which they want to be reached. */
export function Ways({ id }: { id: Id }) {
  const w = useWords(ways);
  const p = useWords(personWords);
  const reach = useCard('people.directory', id)?.reach ?? [];
  if (reach.length === 0) {
    return <p className="dim sm">{p.noReach}</p>;
  }
  return (
    <ol className="people-ways">
      {reach.map((each) => {
        const Icon = ICONS[each.way];
        const link = linkOf(each);
        return (
          <li key={each.way + each.address} className="row">
            {link === null ? (
              <span className="grow">
                <Icon className="icon" aria-hidden /> {w[each.way]} <bdi>{each.address}</bdi>
              </span>
            ) : (
              <a href={link} className="btn outlined grow people-way">
                <Icon className="icon" aria-hidden /> {w[each.way]} <bdi>{each.address}</bdi>
              </a>
            )}
            <CopyButton text={each.address} label={`${p.copy}: ${each.address}`} icon={Copy} />
          </li>
        );
      })}
    </ol>
  );
}

function CopyButton({ text, label, icon }: { text: string; label: string; icon: LucideIcon }) {
  const p = useWords(personWords);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast(p.copied),
      () => toast(p.notCopied),
    );
  return <IconButton label={label} icon={icon} onPress={() => void copy()} />;
}
