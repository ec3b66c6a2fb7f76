import { ChevronLeft, Printer } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useCard, useList } from '../../live/room';
import { useRealNow } from '../../live/time';
import { Button } from '../../parts/controls';
import { TextInput } from '../../parts/text';
import { Empty, Name } from '../../parts/plain';
import { full } from '../../parts/times';
import { useWords } from '../../words/words';
import { glossary, type Term } from './glossary';
import './help.css';
import { drawn, KEYS, type KeyPlace } from './keys';
import { Part, usePrinting } from './Part';
import { Roles } from './Roles';
import { help, keyPlaces, keyWords } from './words';

const PARTS = ['keys', 'roles', 'glossary', 'verify', 'down'] as const;

/** Keys, words, roles, proof, and what to do when nothing works: on one page that can be printed. */
export default function HelpScreen() {
  const w = useWords(help);
  const now = useRealNow();
  useEffect(() => {
    document.title = w.title + ' · Muster';
    document.querySelector(window.location.hash || 'nothing')?.scrollIntoView();
  }, [w]);
  return (
    <div className="help">
      <header className="help-top no-print">
        <Link href="~/" className="brand" aria-label={w.home}>
          <i aria-hidden />
          <span>{w.home}</span>
        </Link>
        {window.history.length > 1 && (
          <Button kind="quiet" icon={ChevronLeft} onPress={() => window.history.back()}>
            {w.back}
          </Button>
        )}
        <span className="end">
          <Button icon={Printer} onPress={() => window.print()}>
            {w.print}
          </Button>
        </span>
      </header>
      <nav className="help-nav no-print" aria-label={w.contents}>
        {PARTS.map((part) => (
          <a key={part} href={'#' + part}>
            {w[part]}
          </a>
        ))}
      </nav>
      <main className="help-main">
        <h1>{w.title}</h1>
        <p className="help-printed">{w.printedOn(full(now))}</p>
        <Keys />
        <Roles />
        <Glossary />
        <Verify />
        <Down />
      </main>
    </div>
  );
}

function Keys() {
  const w = useWords(help);
  const words = useWords(keyWords);
  const places = useWords(keyPlaces);
  const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
  return (
    <Part id="keys" title={w.keys}>
      <p className="dim">{w.keysNote}</p>
      <div className="help-keys">
        {(Object.keys(places) as KeyPlace[]).map((place) => (
          <div key={place} className="panel help-keys-group">
            <h3>{places[place]}</h3>
            <dl>
              {KEYS.filter((key) => key.where === place).map((key) => (
                <div key={key.id}>
                  <dt>{words[key.id]}</dt>
                  <dd>
                    {key.strokes.map((stroke, i) => (
                      <span key={stroke}>
                        {i > 0 && <span className="dim xs"> {w.or} </span>}
                        <Stroke stroke={stroke} mac={mac} />
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Part>
  );
}

function Stroke({ stroke, mac }: { stroke: string; mac: boolean }) {
  const w = useWords(help);
  return (
    <span className="nowrap">
      {drawn(stroke, mac).map((keys, i) => (
        <span key={i}>
          {i > 0 && <span className="dim xs"> {w.then} </span>}
          {keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
        </span>
      ))}
    </span>
  );
}

function Glossary() {
  const w = useWords(help);
  const g = useWords(glossary);
  const [text, setText] = useState('');
  const printing = usePrinting();
  const wanted = printing ? '' : text.trim().toLowerCase();
  const matching = (terms: readonly Term[]) =>
    terms.filter((term) => (term.word + ' ' + term.means).toLowerCase().includes(wanted));
  const field = matching(g.field);
  const machine = matching(g.machine);
  return (
    <Part
      id="glossary"
      title={w.glossary}
      aside={
        <TextInput
          label={w.glossarySearch}
          placeholder={w.glossarySearch}
          type="search"
          value={text}
          onChange={setText}
        />
      }
    >
      <Terms title={w.field} terms={field} />
      <Terms title={w.machine} terms={machine} />
      <div role="status">{field.length + machine.length === 0 && <Empty>{w.glossaryNone}</Empty>}</div>
    </Part>
  );
}

function Terms({ title, terms }: { title: string; terms: readonly Term[] }) {
  return terms.length === 0 ? null : (
    <>
      <h3 className="dim">{title}</h3>
      <dl className="help-terms">
        {terms.map((term) => (
          <div key={term.word}>
            <dt>{term.word}</dt>
            <dd>{term.means}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const VERIFY = [
  'muster verify DIR',
  'muster verify DIR --receipt entry-1281.tlog-proof',
  'muster verify DIR --checkpoint checkpoint-1284.txt',
].join('\n');

function Verify() {
  const w = useWords(help);
  return (
    <Part id="verify" title={w.verify}>
      <p>{w.verifyIntro}</p>
      <ol className="help-list">
        {w.verifySteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <pre className="mono help-code" tabIndex={0} aria-label="muster verify">
        {VERIFY}
      </pre>
      <p className="dim">{w.verifyExits}</p>
    </Part>
  );
}

function Down() {
  const w = useWords(help);
  return (
    <Part id="down" title={w.down}>
      <p className="strong">{w.downIntro}</p>
      <ol className="help-list">
        {w.downSteps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
      <PhoneList />
    </Part>
  );
}

/** Who to call, by role, with room for the numbers: they stay on paper. */
function PhoneList() {
  const w = useWords(help);
  const shelf = useList('charter.shelf');
  const rows = useMemo(
    () =>
      (shelf.find((card) => card.state === 'in-force')?.charter.roles ?? []).flatMap((role) =>
        [...role.holders, ...role.deputies].map((person, i) => ({ role, person, deputy: i >= role.holders.length })),
      ),
    [shelf],
  );
  return rows.length === 0 ? null : (
    <>
      <h3>{w.phoneList}</h3>
      <p className="dim no-print">{w.phoneListNote}</p>
      <div className="help-scroll">
        <table className="grid help-phones">
          <thead>
            <tr>
              <th scope="col">{w.role}</th>
              <th scope="col">{w.name}</th>
              <th scope="col">{w.localTime}</th>
              <th scope="col">{w.phone}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ role, person, deputy }) => (
              <tr key={role.name + person}>
                <td>
                  {role.title}
                  {deputy && <span className="dim"> ({w.deputies})</span>}
                </td>
                <td>
                  <Name id={person} />
                </td>
                <td>
                  <Zone id={person} />
                </td>
                <td className="help-blank" aria-hidden />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Zone({ id }: { id: string }) {
  return <>{useCard('people.directory', id)?.zone}</>;
}
