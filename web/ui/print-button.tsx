import type { ReactNode } from 'react';
import { texts } from '../messages';

export function PrintButton(): ReactNode {
  return (
    <button
      type="button"
      className="button"
      onClick={() => {
        window.print();
      }}
    >
      {texts().common.print}
    </button>
  );
}
