import { durationInWords } from '../../../components/durationInWords';
import { useLanguage, useTranslation } from '../../../hooks';

/** Says a Go duration in the words of the screen; nothing or less is “never”. */
export function useDurationWords(): (text: string) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return text => durationInWords(text, language) ?? t('create.time.never');
}
