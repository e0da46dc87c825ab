#iff js
class A {}
