import type { ReactNode } from 'react';
import { PageFrame } from '../../app/page-frame';
import { texts } from '../../messages';
import { helpTexts } from '../../messages/help';
import { useAddress } from '../../place/at-place';
import { useViewer } from '../../session/viewer';
import { KeyList } from '../../ui/key-list';
import { DAYS, READERS, readerOf } from './days';
import { SKETCHES } from './sketches';
import './help.css';

/** The day's work in pictures: of the member, or of the one who is chosen. */
export function Page(): ReactNode {
  const { common } = texts();
  const help = helpTexts();
  const [address, change] = useAddress();
  const own = readerOf(useViewer());
  const reader = READERS.find((it) => it === address.get('reader')) ?? own;
  return (
    <PageFrame
      title={help.title}
      tools={
        <label className="field inline">
          <span className="label">{help.whose}</span>
          <select
            className="input"
            value={reader}
            onChange={(event) => {
              change({ reader: event.target.value === own ? null : event.target.value });
            }}
          >
            {READERS.map((it) => (
              <option key={it} value={it}>
                {help.readers[it]}
              </option>
            ))}
          </select>
        </label>
      }
    >
      <ol className="help-steps">
        {DAYS[reader].map((step) => {
          const Sketch = SKETCHES[step];
          const { title, text } = help.steps[step];
          return (
            <li key={step}>
              <Sketch />
              <h2>{title}</h2>
              <p>{text}</p>
            </li>
          );
        })}
      </ol>
      <div className="columns">
        <section className="section">
          <h2>{common.keys}</h2>
          <KeyList />
        </section>
        <section className="section">
          <h2>{help.ask}</h2>
          <p>{help.askText}</p>
        </section>
      </div>
    </PageFrame>
  );
}
