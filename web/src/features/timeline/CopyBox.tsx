import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../parts/controls';
import { useWords } from '../../words/words';
import { timeline } from './words';

/** A text for machines: to be read, copied, saved. */
export function CopyBox({ text, onSave, saveWords }: { text: string; onSave?: () => void; saveWords?: string }) {
  const w = useWords(timeline);
  const [copied, setCopied] = useState(false);
  return (
    <div className="timeline-copy">
      <pre className="mono" tabIndex={0} aria-label={text.split('\n')[0] ?? ''}>
        {text}
      </pre>
      <div className="row">
        <Button
          size="small"
          kind="quiet"
          icon={copied ? Check : Copy}
          onPress={() => void navigator.clipboard?.writeText(text).then(() => setCopied(true))}
        >
          {copied ? w.copied : w.copy}
        </Button>
        {onSave && (
          <Button size="small" kind="quiet" icon={Download} onPress={onSave}>
            {saveWords}
          </Button>
        )}
      </div>
    </div>
  );
}
