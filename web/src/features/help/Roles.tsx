import { useState } from 'react';
import { useFilled, useList, useOrganisation } from '../../live/room';
import { Button } from '../../parts/controls';
import { Bones, Empty } from '../../parts/plain';
import { common } from '../../words/common';
import { useWords } from '../../words/words';
import { Part, usePrinting } from './Part';
import { RoleSheet } from './RoleSheet';
import { help } from './words';

/** A sheet for every role of the charter in force. */
export function Roles() {
  const w = useWords(help);
  const c = useWords(common);
  const filled = useFilled(useOrganisation());
  const shelf = useList('charter.shelf');
  const inForce = shelf.find((card) => card.state === 'in-force');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const printing = usePrinting();
  const names = inForce?.charter.roles.map((role) => role.name) ?? [];
  const all = names.length > 0 && names.every((name) => open.has(name));
  return (
    <Part
      id="roles"
      title={w.roles}
      aside={
        inForce && (
          <Button size="small" kind="quiet" onPress={() => setOpen(new Set(all ? [] : names))}>
            {all ? w.rolesShut : w.rolesOpen}
          </Button>
        )
      }
    >
      {!filled ? (
        <Bones label={c.loading} />
      ) : !inForce ? (
        <Empty>{w.rolesNone}</Empty>
      ) : (
        <>
          <p className="dim">
            {w.rolesNote(inForce.charter.title, inForce.version.split('@')[0] ?? '')}{' '}
            <span className="mono">{inForce.version.split('@')[1]?.slice(0, 12)}…</span>
          </p>
          {inForce.charter.roles.map((role) => (
            <RoleSheet
              key={role.name}
              role={role}
              charter={inForce.charter}
              open={printing || open.has(role.name)}
              onToggle={(now) => {
                if (!printing && now !== open.has(role.name)) {
                  const others = [...open].filter((name) => name !== role.name);
                  setOpen(new Set(now ? [...others, role.name] : others));
                }
              }}
            />
          ))}
        </>
      )}
    </Part>
  );
}
