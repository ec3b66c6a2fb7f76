import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** KiB of JavaScript, gzipped, until a route can be used. */
const BRIEF = 110;
const ROUTE = 190;
/** KiB of what is loaded later, at once. */
const LAZY = 90;

/** What is loaded for a route: the modules behind it, one after the other. */
const CRISIS = ['app/CrisisRoutes.tsx'];
const ROUTES: Readonly<Record<string, readonly string[]>> = {
  brief: ['features/brief/BriefRoute.tsx'],
  home: ['features/home/HomeScreen.tsx'],
  'sign-in': ['features/signin/SignInScreen.tsx'],
  declare: ['features/crises/DeclareScreen.tsx'],
  help: ['features/help/HelpScreen.tsx'],
  'war-room': [...CRISIS, 'features/crises/WarRoomScreen.tsx'],
  tasks: [...CRISIS, 'features/tasks/TasksScreen.tsx'],
  decisions: [...CRISIS, 'features/decisions/DecisionsScreen.tsx'],
  decision: [...CRISIS, 'features/decisions/DecisionScreen.tsx'],
  channels: [...CRISIS, 'features/channels/ChannelsScreen.tsx'],
  people: [...CRISIS, 'features/people/PeopleScreen.tsx'],
  timeline: [...CRISIS, 'features/timeline/TimelineScreen.tsx'],
};

interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly imports: readonly string[];
  readonly isEntry: boolean;
  readonly isDynamicEntry: boolean;
  readonly facadeModuleId: string | null;
}

/** Fails the build when a route, or something that is loaded later, weighs more than it may. */
export function budgets(): Plugin {
  return {
    name: 'muster-budgets',
    apply: 'build',
    generateBundle(_, bundle) {
      const chunks = new Map<string, Chunk>();
      for (const file of Object.values(bundle)) {
        if (file.type === 'chunk') {
          chunks.set(file.fileName, file);
        }
      }
      const weight = (names: Iterable<string>) =>
        [...names].reduce((sum, name) => sum + gzipSync(chunks.get(name)?.code ?? '', { level: 9 }).length, 0) / 1024;
      const withImports = (name: string, all = new Set<string>()): Set<string> => {
        if (!all.has(name)) {
          all.add(name);
          chunks.get(name)?.imports.forEach((each) => withImports(each, all));
        }
        return all;
      };
      const behind = (module: string): string => {
        const found = [...chunks.values()].find((chunk) => chunk.facadeModuleId?.endsWith('/src/' + module));
        if (!found) {
          throw new Error('there is no chunk of ' + module);
        }
        return found.fileName;
      };
      const entry = [...chunks.values()].filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
      const frame = new Set([...entry, behind('app/CrisisRoutes.tsx')].flatMap((name) => [...withImports(name)]));
      const over: string[] = [];
      const lines: string[] = [];
      for (const [route, modules] of Object.entries(ROUTES)) {
        const all = new Set([...entry, ...modules.map(behind)].flatMap((name) => [...withImports(name)]));
        const most = route === 'brief' ? BRIEF : ROUTE;
        const found = weight(all);
        lines.push(`${route} ${found.toFixed(1)} of ${most}`);
        if (found > most) {
          over.push(`${route}: ${found.toFixed(1)} KiB, ${most} at most`);
        }
      }
      for (const chunk of chunks.values()) {
        if (chunk.isDynamicEntry) {
          const found = weight([...withImports(chunk.fileName)].filter((name) => !frame.has(name)));
          if (found > LAZY) {
            over.push(`${chunk.fileName}: ${found.toFixed(1)} KiB, ${LAZY} at most`);
          }
        }
      }
      this.info('KiB of gzipped JavaScript: ' + lines.join(', '));
      if (over.length > 0) {
        this.error('over the budget of JavaScript: ' + over.join('; '));
      }
    },
  };
}
