import { describe, expect, it } from 'vitest';
import { drawn, inOrder, layersOf, linesOf, NODE, tiedOf } from './layout';
import type { TaskCard } from './sorting';

function task(id: string, dependsOn: readonly string[] = [], critical = false): TaskCard {
  return {
    id,
    title: id,
    description: '',
    state: 'waiting',
    since: '2026-03-25T12:00:00Z',
    owner: 'omar',
    ownerLeft: false,
    seekers: [],
    risk: 'medium',
    riskReason: '',
    overdue: false,
    dependsOn,
    pending: dependsOn,
    lost: [],
    dependents: [],
    evidenceRequired: false,
    evidence: [],
    matters: 1,
    hanging: 0,
    critical,
    digest: '',
  };
}

const DIAMOND = [
  task('a', [], true),
  task('b', ['a'], true),
  task('c', ['a']),
  task('d', ['b', 'c'], true),
  task('alone'),
];

describe('the drawing of what waits for what', () => {
  it('puts everything to the right of what it waits for, and nothing on anything', () => {
    const { nodes } = drawn(DIAMOND);
    const at = new Map(nodes.map((node) => [node.task.id, node]));
    for (const node of nodes) {
      for (const before of node.task.dependsOn) {
        expect(node.x).toBeGreaterThan((at.get(before)?.x ?? 0) + NODE.width);
      }
      for (const other of nodes) {
        const apart = Math.abs(node.x - other.x) >= NODE.width || Math.abs(node.y - other.y) >= NODE.height;
        expect(node === other || apart).toBe(true);
      }
    }
  });

  it('leaves out what has nothing to do with the others', () => {
    expect(tiedOf(DIAMOND).map((each) => each.id)).toEqual(['a', 'b', 'c', 'd']);
    expect(tiedOf([task('x', ['elsewhere'])])).toEqual([]);
  });

  it('marks the longest open chain and no other line', () => {
    const critical = drawn(DIAMOND).edges.filter((edge) => edge.critical);
    expect(critical.map((edge) => edge.from + edge.to).sort()).toEqual(['ab', 'bd']);
  });
});

describe('the same as a list', () => {
  it('counts the longest way to each', () => {
    const layers = layersOf([task('a'), task('b', ['a']), task('c', ['a', 'b'])]);
    expect([...layers]).toEqual([['a', 0], ['b', 1], ['c', 2]]);
  });

  it('goes step by step', () => {
    expect(inOrder(DIAMOND).map((step) => step.map((each) => each.id))).toEqual([['a', 'alone'], ['b', 'c'], ['d']]);
  });
});

describe('a title in a box', () => {
  it('is broken at words and cut with an ellipsis', () => {
    const lines = linesOf('Rotate the signing keys of release builds', 20, 2);
    expect(lines).toEqual(['Rotate the signing', 'keys of release…']);
    expect(linesOf('Short', 20, 2)).toEqual(['Short']);
    expect(linesOf('Donaudampfschifffahrtsgesellschaft', 12, 2)).toEqual(['Donaudampfs…']);
  });
});
