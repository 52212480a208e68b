/** The words are Kubernetes' (`k8s.io/apimachinery/pkg/apis/meta/v1/types.go`): kubectl looks for the names. */
const DESCRIPTIONS = {
  dryRun:
    'When present, indicates that modifications should not be persisted. An invalid or unrecognized dryRun directive will result in an error response and no further processing of the request. Valid values are: - All: all dry run stages will be processed',
  fieldManager:
    'fieldManager is a name associated with the actor or entity that is making these changes. The value must be less than or 128 characters long, and only contain printable characters, as defined by https://golang.org/pkg/unicode/#IsPrint.',
  fieldValidation:
    'fieldValidation instructs the server on how to handle objects in the request (POST/PUT/PATCH) containing unknown or duplicate fields. Valid values are: - Ignore: This will ignore any unknown fields that are silently dropped from the object, and will ignore all but the last duplicate field that the decoder encounters. This is the default behavior prior to v1.23. - Warn: This will send a warning via the standard warning response header for each unknown field that is dropped from the object, and for each duplicate field that is encountered. The request will still succeed if there are no other errors, and will only persist the last of any duplicate fields. This is the default in v1.23+ - Strict: This will fail the request with a BadRequest error if any unknown fields would be dropped from the object, or if any duplicate fields are present. The error returned from the server will contain all unknown and duplicate fields encountered.',
};
const FOR_APPLY =
  ' This field is required for apply requests (application/apply-patch) but optional for non-apply patch types (JsonPatch, MergePatch, StrategicMergePatch).';
const FORCE =
  'Force is going to "force" Apply requests. It means user will re-acquire conflicting fields owned by other people. Force flag must be unset for non-apply patch requests.';

function queryParameter(
  name: string,
  description: string,
  type = 'string',
): object {
  return {
    name,
    in: 'query',
    description,
    schema: { type, uniqueItems: true },
  };
}

function pathParameter(name: string, description: string): object {
  return {
    name,
    in: 'path',
    description,
    required: true,
    schema: { type: 'string', uniqueItems: true },
  };
}

/** The query parameters of POST and PUT. */
export const WRITE_PARAMETERS = Object.entries(DESCRIPTIONS).map(
  ([name, description]) => queryParameter(name, description),
);

/** The query parameters of PATCH. */
export const PATCH_PARAMETERS = [
  ...Object.entries(DESCRIPTIONS).map(([name, description]) =>
    queryParameter(
      name,
      name === 'fieldManager' ? description + FOR_APPLY : description,
    ),
  ),
  queryParameter('force', FORCE, 'boolean'),
];

export const NAMESPACE_PARAMETER = pathParameter(
  'namespace',
  'object name and auth scope, such as for teams and projects',
);

/** The name in a path. */
export function nameParameter(kind: string): object {
  return pathParameter('name', `name of the ${kind}`);
}
