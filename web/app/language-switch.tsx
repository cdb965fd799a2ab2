import type { ReactNode } from 'react';
import { texts } from '../messages';
import { chooseLanguage, language } from '../messages/language';

/** Names the other language in its own words. */
export function LanguageSwitch(): ReactNode {
  const other = language() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className="button quiet"
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => {
        chooseLanguage(other);
      }}
    >
      {texts().common.otherLanguage}
    </button>
  );
}
