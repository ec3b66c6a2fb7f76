import { Button as RacButton, Menu, MenuItem, MenuSection, Header, MenuTrigger, Popover, Separator } from 'react-aria-components';
import { useMe } from '../live/me';
import { initialsOf } from '../live/people';
import { session } from '../live/session';
import { wipe } from '../offline/kept';
import { Avatar } from '../parts/plain';
import { LANGUAGES, setLanguage, useLanguage, useWords, type Language } from '../words/words';
import { setPreference, usePreference } from './preferences';
import { currentTheme, setTheme, type Theme } from './theme';
import { frame } from './words';

/** Ends the session here and forgets what this device kept. */
export async function signOut(): Promise<void> {
  session.ended();
  await wipe();
  Object.keys(localStorage)
    .filter((key) => key === 'muster.outbox' || key.startsWith('muster.read.'))
    .forEach((key) => localStorage.removeItem(key));
  sessionStorage.clear();
  await fetch('/api/signin/sign-out', { method: 'POST', headers: { 'X-Muster': '1' } }).catch(() => undefined);
  window.location.assign('/');
}

export function AccountMenu() {
  const w = useWords(frame);
  const me = useMe();
  const language = useLanguage();
  const zone = usePreference('zone', 'utc');
  const choose = (key: string) => {
    const [what, value] = key.split(':') as [string, string];
    if (what === 'theme') {
      setTheme(value as Theme);
    } else if (what === 'language') {
      setLanguage(value as Language);
    } else if (what === 'zone') {
      setPreference('zone', value);
    } else {
      void signOut();
    }
  };
  return (
    <MenuTrigger>
      <RacButton className="avatar-button" aria-label={`${initialsOf(me.name)}: ${me.name}`}>
        <Avatar name={me.name} />
      </RacButton>
      <Popover className="popover" placement="bottom end">
        <div className="account">
          <strong>
            <bdi>{me.name}</bdi>
          </strong>
          <span className="dim sm">
            {me.zone} · {me.session.amr.join(', ')}
          </span>
        </div>
        <Menu className="menu" aria-label={w.account} onAction={(key) => choose(String(key))}>
          <Section title={w.theme}>
            {(['system', 'light', 'dark'] as const).map((theme) => (
              <Item key={theme} id={'theme:' + theme} on={currentTheme() === theme}>
                {{ system: w.themeSystem, light: w.themeLight, dark: w.themeDark }[theme]}
              </Item>
            ))}
          </Section>
          <Separator />
          <Section title={w.language}>
            {LANGUAGES.map((each) => (
              <Item key={each.code} id={'language:' + each.code} on={language === each.code}>
                {each.name}
              </Item>
            ))}
          </Section>
          <Separator />
          <Section title={w.times}>
            <Item id="zone:utc" on={zone === 'utc'}>
              {w.timesUtc}
            </Item>
            <Item id="zone:local" on={zone === 'local'}>
              {w.timesLocal}
            </Item>
          </Section>
          <Separator />
          <MenuItem id="sign-out" className="item">
            {w.signOut}
          </MenuItem>
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

function Section({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <MenuSection>
      <Header className="menu-header">{title}</Header>
      {children}
    </MenuSection>
  );
}

function Item({ id, on, children }: { id: string; on: boolean; children: string }) {
  return (
    <MenuItem id={id} textValue={children} className="item">
      <span className="tick" aria-hidden>
        {on ? '✓' : ''}
      </span>
      {children}
    </MenuItem>
  );
}
