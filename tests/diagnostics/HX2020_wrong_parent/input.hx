class A extends Int {}

class B implements A {}

interface C extends A {}
