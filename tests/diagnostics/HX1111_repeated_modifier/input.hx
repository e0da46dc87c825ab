class A {
	public public var x:Int;
}
