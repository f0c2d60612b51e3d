/** What Node has of WebAssembly and its types do not tell: compiling and starting a module at once. */
declare namespace WebAssembly {
  type Imports = object;
  type Exports = object;
  type Instance = { readonly exports: Exports };
  const Module: new (bytes: Uint8Array) => Module;
  const Instance: new (module: Module, imports: Imports) => Instance;
}
