class A {}
#if js
class B {}
