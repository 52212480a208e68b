import { StatusBody, StatusDetails } from './apiError';

/** What begins every protobuf body of Kubernetes (`k8s.io/apimachinery/pkg/runtime/serializer/protobuf`). */
const MAGIC = Buffer.from('k8s\0');

function varint(value: number): Buffer {
  const written: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    written.push(rest > 0 ? low + 128 : low);
  } while (rest > 0);
  return Buffer.from(written);
}

function integer(field: number, value: number | undefined): Buffer {
  return value === undefined
    ? Buffer.alloc(0)
    : Buffer.concat([varint(field * 8), varint(value)]);
}

function bytes(field: number, value: string | Buffer = ''): Buffer {
  const content = Buffer.from(value as string);
  return content.length === 0
    ? content
    : Buffer.concat([varint(field * 8 + 2), varint(content.length), content]);
}

/** The numbers of the fields are those of `k8s.io/apimachinery/pkg/apis/meta/v1/generated.proto`. */
function details(value: StatusDetails | undefined): Buffer {
  if (!value) return Buffer.alloc(0);
  const causes = (value.causes ?? []).map(cause =>
    bytes(
      4,
      Buffer.concat([
        bytes(1, cause.reason),
        bytes(2, cause.message),
        bytes(3, cause.field),
      ]),
    ),
  );
  return Buffer.concat([
    bytes(1, value.name),
    bytes(2, value.group),
    bytes(3, value.kind),
    ...causes,
    integer(5, value.retryAfterSeconds),
    bytes(6, value.uid),
  ]);
}

/** A `Status` in protobuf, for clients that take nothing else. */
export function protobufStatus(status: StatusBody): Buffer {
  const raw = Buffer.concat([
    bytes(2, status.status),
    bytes(3, status.message),
    bytes(4, status.reason),
    bytes(5, details(status.details)),
    integer(6, status.code),
  ]);
  const typeMeta = Buffer.concat([
    bytes(1, status.apiVersion),
    bytes(2, status.kind),
  ]);
  return Buffer.concat([MAGIC, bytes(1, typeMeta), bytes(2, raw)]);
}
