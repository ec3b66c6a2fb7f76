import type { Block, Span } from '../api/types';

/** The words of a message without their form, for where there is room for one line. */
export function plainOf(blocks: readonly Block[]): string {
  return blocks.map(ofBlock).join(' ').replace(/\s+/g, ' ').trim();
}

function ofBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return ofSpans(block.spans);
    case 'quote':
      return plainOf(block.blocks);
    case 'list':
      return block.items.map(ofSpans).join(' ');
    case 'code-block':
      return block.code;
  }
}

function ofSpans(spans: readonly Span[]): string {
  return spans.map(ofSpan).join('');
}

function ofSpan(span: Span): string {
  switch (span.kind) {
    case 'text':
    case 'link':
      return span.text;
    case 'emphasis':
    case 'strong':
      return ofSpans(span.spans);
    case 'code':
      return span.code;
    case 'mention':
      return '@' + span.handle;
    case 'break':
      return ' ';
  }
}
