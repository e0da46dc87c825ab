class A {
	public private var x:Int;
}
