import { useLanguage } from '../../../../hooks';
import { fileSize } from './fileSize';

/** Writes sizes in the person's language. */
export function useFileSize(): (bytes: number) => string {
  const language = useLanguage();
  return bytes => fileSize(bytes, language);
}
