import { Graph, layout } from '@dagrejs/dagre';
import type { Id } from '../../api/types';
import { byMatter, type TaskCard } from './sorting';

export const NODE = { width: 208, height: 74 } as const;

export interface Node {
  readonly task: TaskCard;
  readonly x: number;
  readonly y: number;
  /** How many have to be done one after another before it. */
  readonly layer: number;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Edge {
  readonly from: Id;
  readonly to: Id;
  readonly path: string;
  /** Whether both ends are on the longest open chain. */
  readonly critical: boolean;
}

export interface Drawn {
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** The tasks that wait for one of the others or are waited for, from left to right. */
export function drawn(tasks: readonly TaskCard[]): Drawn {
  const tied = tiedOf(tasks);
  const byId = new Map(tied.map((task) => [task.id, task]));
  const graph = new Graph();
  graph.setGraph({ rankdir: 'LR', nodesep: 18, ranksep: 56, marginx: 8, marginy: 8 });
  graph.setDefaultEdgeLabel(() => ({}));
  tied.forEach((task) => graph.setNode(task.id, { ...NODE }));
  tied.forEach((task) => task.dependsOn.filter((id) => byId.has(id)).forEach((id) => graph.setEdge(id, task.id)));
  layout(graph);
  const layers = layersOf(tied);
  const nodes = tied.map((task) => {
    const { x = 0, y = 0 } = graph.node(task.id) as { x?: number; y?: number };
    return { task, x: x - NODE.width / 2, y: y - NODE.height / 2, layer: layers.get(task.id) ?? 0 };
  });
  const places = new Map(nodes.map((node) => [node.task.id, node]));
  const edges = graph.edges().flatMap(({ v, w }) => {
    const from = places.get(v);
    const to = places.get(w);
    if (!from || !to) {
      return [];
    }
    const { points = [] } = graph.edge(v, w) as { points?: readonly Point[] };
    // out at the right, in at the left; between them the way that the layout keeps free
    const start = { x: from.x + NODE.width, y: from.y + NODE.height / 2 };
    const end = { x: to.x - 2, y: to.y + NODE.height / 2 };
    const between = points.slice(1, -1).filter((point) => point.x > start.x && point.x < end.x);
    const critical = from.task.critical && to.task.critical;
    return [{ from: v, to: w, path: pathThrough([start, ...(between.length > 1 ? between : []), end]), critical }];
  });
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  return { width, height, nodes, edges };
}

export function tiedOf(tasks: readonly TaskCard[]): readonly TaskCard[] {
  const ids = new Set(tasks.map((task) => task.id));
  const waitedFor = new Set(tasks.flatMap((task) => task.dependsOn));
  return tasks.filter((task) => waitedFor.has(task.id) || task.dependsOn.some((id) => ids.has(id)));
}

/** How many tasks stand before each, along the longest way. */
export function layersOf(tasks: readonly TaskCard[]): ReadonlyMap<Id, number> {
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const layers = new Map<Id, number>();
  const of = (id: Id): number => {
    const known = layers.get(id);
    if (known !== undefined) {
      return known;
    }
    layers.set(id, 0);
    const before = (byId.get(id)?.dependsOn ?? []).filter((each) => byId.has(each)).map((each) => of(each) + 1);
    const layer = Math.max(0, ...before);
    layers.set(id, layer);
    return layer;
  };
  tasks.forEach((task) => of(task.id));
  return layers;
}

/** In the order in which it can be done: layer by layer, what matters first. */
export function inOrder(tasks: readonly TaskCard[]): readonly (readonly TaskCard[])[] {
  const layers = layersOf(tasks);
  const steps: TaskCard[][] = [];
  tasks.toSorted(byMatter).forEach((task) => (steps[layers.get(task.id) ?? 0] ??= []).push(task));
  return steps;
}

/** A smooth line through the points that the layout gives. */
function pathThrough(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (!first) {
    return '';
  }
  let path = `M${round(first.x)},${round(first.y)}`;
  let at = first;
  for (const next of rest) {
    const middle = (at.x + next.x) / 2;
    path += `C${round(middle)},${round(at.y)} ${round(middle)},${round(next.y)} ${round(next.x)},${round(next.y)}`;
    at = next;
  }
  return path;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A text in at most so many lines of so many characters, broken at words; cut with an ellipsis where it is longer. */
export function linesOf(text: string, characters: number, most: number): readonly string[] {
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines[lines.length - 1] ?? '';
    if (line !== '' && line.length + 1 + word.length > characters) {
      lines.push(word);
    } else {
      lines[lines.length - 1] = line === '' ? word : line + ' ' + word;
    }
  }
  const kept = lines
    .slice(0, most)
    .map((line) => (line.length > characters ? line.slice(0, characters - 1) + '…' : line));
  if (lines.length > most) {
    const last = kept[most - 1] ?? '';
    kept[most - 1] = last.endsWith('…') ? last : last.slice(0, characters - 1) + '…';
  }
  return kept;
}
