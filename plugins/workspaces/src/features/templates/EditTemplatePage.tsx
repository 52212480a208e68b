import { EmptyState, PageFrame } from '../../components';
import { useTranslation } from '../../hooks';
import { EditTemplate } from './editor/EditTemplate';
import { mayDoWithTemplates } from './place';
import { WithTemplate } from './WithTemplate';

/** `/chambers/templates/:namespace/:name/edit`. */
export function EditTemplatePage() {
  const { t } = useTranslation();
  return (
    <WithTemplate>
      {({ me, place, template }) =>
        mayDoWithTemplates(me, 'template.edit', place.team) ? (
          <EditTemplate me={me} place={place} loaded={template} />
        ) : (
          <PageFrame title={place.name} back="templates">
            <EmptyState text={t('templates.mayNot')} />
          </PageFrame>
        )
      }
    </WithTemplate>
  );
}
