import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Block, Id, Span } from '../../api/types';
import { useMyId } from '../../live/me';
import { useName } from '../../live/people';

/** The words of a message in their form. The tree comes from the server; what it does not know is text. */
export function MessageText({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div className="channels-text" dir="auto">
      {blocks.map((block, i) => (
        <BlockOf key={i} block={block} />
      ))}
    </div>
  );
}

function BlockOf({ block }: { block: Block }): ReactNode {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p dir="auto">
          <Spans spans={block.spans} />
        </p>
      );
    case 'quote':
      return (
        <blockquote>
          {block.blocks.map((each, i) => (
            <BlockOf key={i} block={each} />
          ))}
        </blockquote>
      );
    case 'list': {
      const items = block.items.map((item, i) => (
        <li key={i}>
          <Spans spans={item} />
        </li>
      ));
      return block.from === undefined ? <ul>{items}</ul> : <ol start={block.from}>{items}</ol>;
    }
    case 'code-block':
      return (
        <pre dir="ltr" tabIndex={0}>
          <code>{block.code}</code>
        </pre>
      );
  }
}

function Spans({ spans }: { spans: readonly Span[] }) {
  return spans.map((span, i) => <Fragment key={i}>{ofSpan(span)}</Fragment>);
}

function ofSpan(span: Span): ReactNode {
  switch (span.kind) {
    case 'text':
      return span.text;
    case 'emphasis':
      return (
        <em>
          <Spans spans={span.spans} />
        </em>
      );
    case 'strong':
      return (
        <strong>
          <Spans spans={span.spans} />
        </strong>
      );
    case 'code':
      return <code>{span.code}</code>;
    case 'link':
      return <Outward href={span.href} text={span.text} />;
    case 'mention':
      return <Mention person={span.person} />;
    case 'break':
      return <br />;
  }
}

/** Leads out of Muster; where to is written out, for a text can promise anything. */
function Outward({ href, text }: { href: string; text: string }) {
  const host = hostOf(href);
  if (host === null) {
    return text;
  }
  return (
    <>
      <a href={href} target="_blank" rel="noreferrer noopener" referrerPolicy="no-referrer">
        {text}
      </a>
      {!text.includes(host) && (
        <span className="dim xs">
          {' '}
          (<bdi>{host}</bdi>)
        </span>
      )}
    </>
  );
}

/** The host of an address of the web; `null` for any other address. */
export function hostOf(href: string): string | null {
  try {
    const url = new URL(href);
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.host : null;
  } catch {
    return null;
  }
}

function Mention({ person }: { person: Id }) {
  const name = useName(person);
  const mine = useMyId() === person;
  return (
    <Link href={'/people/' + person} className={'channels-mention' + (mine ? ' mine' : '')}>
      @<bdi>{name}</bdi>
    </Link>
  );
}
