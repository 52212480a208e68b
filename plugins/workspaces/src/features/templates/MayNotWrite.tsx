import type { z } from 'zod';
import { DraftKept, EmptyState, PageFrame } from '../../components';
import { useTranslation } from '../../hooks';
import { useLeftDraft } from '../../hooks/useFormDraft';

/** The page of a form of a template that the person may not write, with word of a draft that they have left in it. */
export function MayNotWrite(props: {
  title: string;
  /** Where the draft of the form is kept. */
  draftKey: string;
  draftSchema: z.ZodTypeAny;
}) {
  const { t } = useTranslation();
  const draft = useLeftDraft(props.draftKey, props.draftSchema);
  return (
    <PageFrame title={props.title} back="templates">
      <EmptyState
        text={t('templates.mayNot')}
        action={draft ? <DraftKept /> : undefined}
      />
    </PageFrame>
  );
}
