import { EmptyState, PageFrame } from '../../components';
import { useTranslation } from '../../hooks';
import { EditTemplate } from './editor/EditTemplate';
import { TakeDraftAlong } from './editor/GoneTemplate';
import { mayDoWithTemplates } from './place';
import { WithTemplate } from './WithTemplate';

/** `/chambers/templates/:namespace/:name/edit`. */
export function EditTemplatePage() {
  const { t } = useTranslation();
  return (
    <WithTemplate whenGone={(me, id) => <TakeDraftAlong me={me} id={id} />}>
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
