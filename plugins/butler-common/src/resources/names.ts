/** API group of every Butler kind. */
export const BUTLER_GROUP = 'butler.butlerlabs.dev';
/** The version of {@link BUTLER_GROUP} that the Portal speaks. */
export const BUTLER_VERSION = 'v1alpha1';
/** `apiVersion` of every Butler object. */
export const BUTLER_API_VERSION = `${BUTLER_GROUP}/${BUTLER_VERSION}`;

/** Where cluster templates live. */
export const SYSTEM_NAMESPACE = 'butler-system';

/** Label: the Team an object belongs to. The Portal's answers always carry it on workspaces. */
export const TEAM_LABEL = `${BUTLER_GROUP}/team`;
/** Label: the TenantCluster a workspace runs on. */
export const TENANT_LABEL = `${BUTLER_GROUP}/tenant`;
/** Label: a hash of the owner's e-mail, since an e-mail is no valid label value. */
export const OWNER_LABEL = `${BUTLER_GROUP}/workspace-owner`;
/** Label by which Kubernetes tools see who manages an object. */
export const MANAGED_BY_LABEL = 'app.kubernetes.io/managed-by';

/** Annotation: `"true"` asks the controller for an SSH endpoint, or to start a stopped workspace. */
export const CONNECT_ANNOTATION = `${BUTLER_GROUP}/connect`;
/** Annotation: RFC 3339, when the connection was made; idle time runs from it. */
export const CONNECT_TIME_ANNOTATION = `${BUTLER_GROUP}/connect-time`;
/** Annotation: the e-mail of the person who created the object. */
export const CREATED_BY_ANNOTATION = `${BUTLER_GROUP}/created-by`;
/** Annotation: the e-mail of the person who changed the object last through the Portal. */
export const UPDATED_BY_ANNOTATION = `${BUTLER_GROUP}/updated-by`;
/** Annotation that the Portal touches so that a stop is reconciled at once (contract 3.3). */
export const TOUCHED_ANNOTATION = `${BUTLER_GROUP}/touched-at`;
/** Annotation: `namespace/name` of the WorkspaceTemplate that a workspace was created from. */
export const TEMPLATE_ANNOTATION = `${BUTLER_GROUP}/template`;
