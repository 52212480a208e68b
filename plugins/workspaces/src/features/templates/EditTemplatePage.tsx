import { EditTemplate } from './editor/EditTemplate';
import { editDraftKey, editDraftSchema } from './editor/drafts';
import { TakeDraftAlong } from './editor/GoneTemplate';
import { MayNotWrite } from './MayNotWrite';
import { mayDoWithTemplates } from './place';
import { WithTemplate } from './WithTemplate';

/** `/chambers/templates/:namespace/:name/edit`. */
export function EditTemplatePage() {
  return (
    <WithTemplate whenGone={(me, id) => <TakeDraftAlong me={me} id={id} />}>
      {({ me, id, place, template }) =>
        mayDoWithTemplates(me, 'template.edit', place.team) ? (
          <EditTemplate me={me} place={place} loaded={template} />
        ) : (
          <MayNotWrite
            title={place.name}
            draftKey={editDraftKey(me.email, id)}
            draftSchema={editDraftSchema}
          />
        )
      }
    </WithTemplate>
  );
}
