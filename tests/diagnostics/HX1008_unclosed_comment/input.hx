class A {}

/* never ends
