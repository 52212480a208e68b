import { forwardRef, useRef } from 'react';
import Button from '@mui/material/Button';
import type { ButtonProps } from '@mui/material/Button';

// React's types do not know it. https://wicg.github.io/entries-api/#html-forms
const DIRECTORY = { webkitdirectory: '', multiple: true };

interface FileButtonProps
  extends Pick<ButtonProps, 'size' | 'sx' | 'variant' | 'children'> {
  /** Names the input, as the button does when nothing has been chosen. */
  label: string;
  /** As of an input of type `file`. */
  accept?: string;
  /** Whether it asks for a directory, with all files in it. */
  directory?: boolean;
  /** Gets at least one file; the same one can be chosen again. */
  onChoose(files: File[]): void;
}

/** A button that opens the browser's own dialog to choose a file or a directory. */
export const FileButton = forwardRef<HTMLButtonElement, FileButtonProps>(
  (props, ref) => {
    const { label, accept, directory, onChoose, children, ...rest } = props;
    const input = useRef<HTMLInputElement>(null);
    return (
      <>
        <Button {...rest} ref={ref} onClick={() => input.current?.click()}>
          {children ?? label}
        </Button>
        <input
          {...(directory && DIRECTORY)}
          ref={input}
          type="file"
          accept={accept}
          aria-label={label}
          hidden
          onChange={event => {
            const files = Array.from(event.target.files ?? []);
            // Without this the browser does not tell when the same one is chosen again.
            event.target.value = '';
            if (files.length > 0) onChoose(files);
          }}
        />
      </>
    );
  },
);
