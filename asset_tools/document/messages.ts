/**
 * Every message of the asset tools. Codes are never renumbered or reused: PK package.xml, AS asset sources,
 * FP package files. Arguments are named in braces; a missing one does not compile.
 */
interface Message {
  readonly severity: "error" | "warning";
  readonly text: string;
}

export const messages = {
  // PK1xxx: the XML text
  PK1001: { severity: "error", text: "XML is not well-formed: {problem}" },
  PK1002: { severity: "error", text: "A document type declaration is not allowed in package.xml" },
  PK1003: { severity: "error", text: "Elements are nested deeper than {limit}" },
  PK1004: { severity: "error", text: "File has {size} bytes, more than the limit of {limit}" },
  PK1005: { severity: "error", text: "File is not UTF-8 text" },
  PK1006: { severity: "error", text: "XML version is `{found}`, expected `1.0`" },
  PK1007: { severity: "error", text: "Encoding is `{found}`, expected `UTF-8`" },

  // PK2xxx: elements, attributes, values
  PK2001: { severity: "error", text: "Element `{name}` is not known in `{parent}`" },
  PK2002: { severity: "error", text: "Attribute `{name}` is not known on `{element}`" },
  PK2003: { severity: "error", text: "Element `{element}` needs the attribute `{name}`" },
  PK2004: { severity: "error", text: "Element `{element}` needs a child element `{name}`" },
  PK2005: { severity: "error", text: "Element `{name}` is given twice" },
  PK2006: { severity: "error", text: "Expected {expected}, found `{found}`" },
  PK2007: { severity: "error", text: "Text is not allowed in `{element}`" },
  PK2008: { severity: "error", text: "Root element is `{found}`, expected `package`" },
  PK2009: { severity: "error", text: "Id `{id}` is given twice" },
  PK2010: { severity: "error", text: "Id `{id}` is not a valid name" },
  PK2011: { severity: "error", text: "Source path `{path}` leaves the package's folder" },
  PK2012: { severity: "error", text: "Source `{path}` cannot be read as a {kind}" },
  PK2013: { severity: "error", text: "Element `{name}` is not allowed beside `{other}`" },
  PK2014: { severity: "error", text: "Expected at most {limit} {what}" },

  // PK3xxx: references
  PK3001: { severity: "error", text: "There is no {kind} `{name}`" },
  PK3002: { severity: "error", text: "`{name}` is a {found}, expected a {expected}" },
  PK3003: { severity: "error", text: "Package `{package}` is not a dependency of `{from}`" },
  PK3004: { severity: "error", text: "Package `{package}` does not exist" },
  PK3005: { severity: "error", text: "Packages depend on each other in a circle: {cycle}" },
  PK3006: { severity: "error", text: "Package id `{id}` is already used by {other}" },
  PK3007: { severity: "error", text: "Behaviour `{name}` does not exist" },
  PK3008: {
    severity: "error",
    text: "Scene `{scene}` has {count} active cameras, expected at most one",
  },
  PK3009: {
    severity: "warning",
    text: "Entity `{entity}` has a {present} but no {missing}, so it is not drawn",
  },
  PK3010: { severity: "warning", text: "Nothing names the {kind} `{name}`" },

  // PK4xxx: edits by tools
  PK4001: { severity: "error", text: "There is no element `{path}` to edit" },
  PK4002: {
    severity: "error",
    text: "Element `{path}` holds elements, so it cannot be given a text",
  },
  PK4003: { severity: "error", text: "A name or a text for `{path}` is none that XML can hold" },

  // PK5xxx: prefabs, components, parameters
  PK5001: { severity: "error", text: "Prefabs contain each other in a circle: {cycle}" },
  PK5002: { severity: "error", text: "Prefab `{prefab}` has no entity `{path}`" },
  PK5003: {
    severity: "error",
    text: "`{name}` in `{element}` changes nothing: it is not an instance of a prefab",
  },
  PK5004: { severity: "error", text: "Component `{name}` does not exist" },
  PK5005: { severity: "error", text: "{owner} has no parameter `{name}`" },
  PK5006: { severity: "error", text: "{owner} needs a value for `{name}`" },
  PK5007: { severity: "error", text: "Entity `{entity}` has parameters but no behaviour" },
  PK5008: { severity: "error", text: "Expected a value {expected}, found `{found}`" },
  PK5009: { severity: "error", text: "There is no entity `{path}`" },
  PK5010: { severity: "error", text: "Component `{name}` is one of several: {names}" },
  PK5011: { severity: "error", text: "Entity `{entity}` has no component `{name}` to remove" },
  PK5012: {
    severity: "error",
    text: "{count} entities are needed with those of prefabs, more than the limit of {limit}",
  },
  PK5013: {
    severity: "error",
    text: "Parameter `{name}` is declared as `{type}`; in `{class}` it is `{found}`",
  },
  PK5014: {
    severity: "error",
    text: "Range of `{name}` is wider than in `{class}`: expected one inside {range}",
  },
  PK5015: { severity: "error", text: "Parameter `{name}` is a `{type}`, which has no range" },

  // AS1xxx: textures
  AS1001: { severity: "error", text: "Source file `{path}` does not exist" },
  AS1002: { severity: "error", text: "Image cannot be decoded: {problem}" },
  AS1003: {
    severity: "error",
    text: "Image is {width}x{height}, larger than the limit of {limit}",
  },

  AS1004: {
    severity: "error",
    text: "Image is {width}x{height}; format `{format}` needs multiples of 4",
  },
  AS1005: { severity: "error", text: "Image is {width}x{height}; {other} is {expected}" },
  AS1006: {
    severity: "error",
    text: "Image is {width}x{height}, which is no cube's sides side by side",
  },
  AS1007: { severity: "error", text: "Image is {width}x{height}; a cube's side is a square" },
  AS1008: { severity: "error", text: "Atlas does not fit into {limit}x{limit}" },
  AS1009: {
    severity: "error",
    text: "Texture as `{format}` has a {measure} of {found}, less than {asked}",
  },
  AS1010: { severity: "error", text: "Format `{format}` has no alpha of 8 bits to cut out by" },
  AS1011: { severity: "error", text: "KTX2 file cannot be used: {problem}" },
  AS1012: { severity: "error", text: "File cannot be used: {problem}" },
  AS1013: { severity: "error", text: "Package defines no `{id}`" },

  // AS2xxx: meshes
  AS2001: { severity: "error", text: "Expected a number, found `{found}`" },
  AS2002: {
    severity: "error",
    text: "Expected {expected} numbers after `{keyword}`, found {found}",
  },
  AS2003: { severity: "error", text: "Index {index} is outside the {count} {what} so far" },
  AS2004: { severity: "error", text: "A face needs at least 3 corners, found {found}" },
  AS2005: { severity: "error", text: "Expected a corner like `1/2/3`, found `{found}`" },
  AS2006: { severity: "error", text: "Mesh has no faces" },
  AS2007: { severity: "error", text: "Statement `{keyword}` is not known" },
  AS2008: { severity: "error", text: "Index 0 is not allowed, indices count from 1" },
  AS2010: {
    severity: "error",
    text: "Expected a smoothing group's number, `on` or `off`, found `{found}`",
  },
  AS2011: {
    severity: "error",
    text: "Face has {found} corners, more than the limit of {limit}",
  },
  AS2012: { severity: "error", text: "Mesh has {count} triangles, more than the limit of {limit}" },
  AS2013: { severity: "error", text: "A vertex's position is not a finite number" },
  AS2009: { severity: "warning", text: "Statement `{keyword}` is ignored" },

  // AS26xx: FBX
  AS2601: { severity: "error", text: "File is not an FBX file" },
  AS2602: { severity: "error", text: "FBX version {version} is not known{at}, expected {range}" },
  AS2603: { severity: "error", text: "FBX file is damaged{at}: {problem}" },
  AS2604: { severity: "error", text: "{object} cannot be read{at}: {problem}" },
  AS2605: { severity: "warning", text: "{object}{at}: {problem}" },

  // AS3xxx: shaders
  AS3001: { severity: "error", text: "{problem}" },
  AS3002: { severity: "error", text: "Shader does not use `{define}`, so it has no {stage} stage" },
  AS3003: { severity: "error", text: "`#version` is added by the compiler" },
  AS3004: { severity: "error", text: "Uniform `{name}` is outside a block; only samplers may be" },
  AS3005: { severity: "error", text: "Uniform block `{name}` is not `layout(std140)`" },
  AS3006: { severity: "error", text: "Type `{type}` is not supported in a uniform block" },
  AS3007: { severity: "error", text: "Attribute `{name}` is not known" },
  AS3008: { severity: "error", text: "Attribute `{name}` is a `{found}`, expected a `{expected}`" },
  AS3009: {
    severity: "error",
    text: "Block `{name}` is declared differently in two stages or variants",
  },
  AS3010: {
    severity: "error",
    text: "`{name}` of block `{block}` is not at the renderer's place: expected `{expected}`",
  },
  AS3012: {
    severity: "error",
    text: "Fragment input `{name}` is not written by the vertex stage as `{type}`",
  },

  AS3013: {
    severity: "error",
    text: "`{name}` is not part of GLSL ES 3.00; the compiler assigns it",
  },
  AS3014: { severity: "error", text: "Type of sampler `{name}` is not supported" },
  AS3015: { severity: "error", text: 'Expected `#include "file"`' },
  AS3016: { severity: "error", text: "File `{name}` is not among the shader's includes" },
  AS3017: { severity: "error", text: "Files include each other in a circle: {circle}" },
  AS3018: { severity: "error", text: "Shader is longer than {limit} letters with its includes" },
  AS3019: { severity: "error", text: "`#line` is written by the compiler" },
  AS3020: { severity: "error", text: "Annotation cannot be read: {problem}" },
  AS3021: {
    severity: "error",
    text: "Shader has {count} samplers, more than the limit of {limit}",
  },
  AS3022: { severity: "warning", text: "Variants define `{name}`, which the shader never names" },

  // AS4xxx: materials
  AS4001: { severity: "error", text: "Shader `{shader}` has no property `{name}`" },
  AS4002: {
    severity: "error",
    text: "Property `{name}` is a `{type}`: expected {expected}, found `{found}`",
  },
  AS4004: {
    severity: "warning",
    text: "Sampler `{name}` has no texture; it samples the renderer's default",
  },
  AS4006: {
    severity: "error",
    text: "Property `{name}` is {found}, outside its range from {least} to {most}",
  },
  AS4007: {
    severity: "error",
    text: "Sampler `{name}` takes a {expected} texture; `{texture}` is a {found} texture",
  },
  AS4008: {
    severity: "warning",
    text: "Sampler `{name}` seems to take a {expected} texture; `{texture}` is a {found} texture",
  },
  AS4009: {
    severity: "error",
    text: "Sampler `{name}` is a `{type}`; `{texture}` is a {found} texture",
  },
  AS4010: { severity: "error", text: "Shader `{shader}` has no variant `{variant}`" },
  AS4011: { severity: "error", text: "Materials extend each other in a circle: {circle}" },
  AS4012: {
    severity: "error",
    text: "Material extends `{base}`, so it takes its shader and may not name one",
  },
  AS4013: {
    severity: "warning",
    text: "Sampler `{name}` is not in the material's variant; its texture is left out",
  },

  // AS5xxx: sounds
  AS5001: { severity: "error", text: "Sound cannot be read: {problem}" },
  AS5002: { severity: "error", text: "Sound has {channels} channels, more than the limit of 2" },
  AS5003: {
    severity: "error",
    text: "Loop from {start} to {end} does not fit in the sound's {frames} frames",
  },
  AS5004: { severity: "warning", text: "In the sound, {note}" },
  AS5005: { severity: "error", text: "Only an Ogg Vorbis file can be kept as `ogg`" },
  AS5006: {
    severity: "warning",
    text: "Sound is cut off at full scale in {count} places, first at {seconds} s",
  },
  AS5007: { severity: "warning", text: "Sound's peaks are {decibels} dB above full scale" },

  // AS6xxx: glTF models
  AS6001: { severity: "error", text: "glTF is not valid: {problem} ({rule} at {at})" },
  AS6002: { severity: "warning", text: "glTF is not quite valid: {problem} ({rule} at {at})" },
  AS6003: { severity: "error", text: "File is neither glTF nor GLB" },
  AS6004: { severity: "error", text: "File is broken: {problem} ({at})" },
  AS6005: { severity: "error", text: "Model refers to the file `{path}`, which was not given" },
  AS6006: { severity: "error", text: "Model needs the extension `{name}`, which is not supported" },
  AS6007: { severity: "error", text: "Model takes more than the limit of {limit} bytes" },
  AS6008: { severity: "error", text: "Model cannot be decoded: {problem} (at {pointer})" },
  AS6009: { severity: "warning", text: "{what} at {pointer} is left out" },
  AS6010: { severity: "error", text: "Model has no {kind} `{name}`" },
  AS6011: { severity: "error", text: "Model has neither skins nor animations" },
  AS6012: {
    severity: "warning",
    text: "Clip `{name}` is {found} m off at most, more than {limit} m",
  },

  // AS9xxx: data
  AS9001: { severity: "error", text: "File is not UTF-8 text: byte {byte} fits nowhere" },
  AS9002: { severity: "error", text: "File is not JSON: {problem}" },
  AS9003: { severity: "error", text: "File has {size} bytes, more than the limit of {limit}" },

  // FP1xxx: package files, with the reader's own texts
  FP1001: { severity: "error", text: "{problem}" },
  FP1002: { severity: "error", text: "{problem}" },
  FP1003: { severity: "error", text: "{problem}" },
  FP1004: { severity: "error", text: "{problem}" },
  FP1005: { severity: "error", text: "{problem}" },
  FP1006: { severity: "error", text: "Fragment is not one of this tool's: {problem}" },
  FP1007: { severity: "error", text: "Asset `{name}` is in the package twice" },
  FP1008: { severity: "error", text: "Package `{package}` has no compiled {kind} `{name}`" },
  FP1009: {
    severity: "error",
    text: "`{user}` was compiled for another version of shader `{shader}`",
  },
  FP1010: {
    severity: "error",
    text: "Package `{package}` is needed by `{user}` but was not given",
  },
  FP1011: { severity: "error", text: "{problem}" },
} as const satisfies Readonly<Record<string, Message>>;

/** A code of the catalogue. */
export type Code = keyof typeof messages;
