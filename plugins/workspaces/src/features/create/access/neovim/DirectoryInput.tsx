import { forwardRef } from 'react';
import { useTranslation } from '../../../../hooks';

// React's types do not know it. https://wicg.github.io/entries-api/#html-forms
const DIRECTORY = { webkitdirectory: '' };

/** The browser's own dialog to choose a directory; a button opens it. */
export const DirectoryInput = forwardRef<
  HTMLInputElement,
  {
    /** Gets at least one file. */
    onChoose(files: File[]): void;
  }
>(({ onChoose }, ref) => {
  const { t } = useTranslation();
  return (
    <input
      {...DIRECTORY}
      ref={ref}
      type="file"
      multiple
      aria-label={t('create.access.neovim.choose')}
      hidden
      onChange={event => {
        const files = Array.from(event.target.files ?? []);
        // So that the same directory can be chosen again after it has changed.
        event.target.value = '';
        if (files.length > 0) onChoose(files);
      }}
    />
  );
});
