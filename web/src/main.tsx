import './styles/font.css';
import './styles/tokens.css';
import './parts/parts.css';
import './app/app.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App';
import { applyTheme } from './app/theme';
import { startOffline } from './offline/start';
import { currentLanguage } from './words/words';

document.documentElement.lang = currentLanguage();
applyTheme();
startOffline();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
