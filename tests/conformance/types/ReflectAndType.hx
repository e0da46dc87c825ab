class Unit {
	public var hp = 10;
	public var name = "u";
	public function new() {}
	public function hit(n:Int) return hp -= n;
}
class Boss extends Unit {
	public var rage = true;
}
class ReflectAndType {
	static function main() {
		var b = new Boss();
		Sys.println(Reflect.field(b, "hp"));
		Reflect.setField(b, "hp", 50);
		Sys.println(b.hp);
		Sys.println(Reflect.hasField({q: 1}, "q"));
		Sys.println(Reflect.hasField({q: 1}, "z"));
		var o = {a: 1, b: 2};
		Reflect.deleteField(o, "a");
		Sys.println(Reflect.fields(o));
		var copy = Reflect.copy(o);
		copy.b = 9;
		Sys.println(o.b);
		Sys.println(Type.getClassName(Type.getClass(b)));
		Sys.println(Type.getClassName(Type.getSuperClass(Boss)));
		Sys.println(Type.resolveClass("Unit") == Unit);
		Sys.println(Type.resolveClass("Nope") == null);
		Sys.println(Reflect.isFunction(b.hit));
		Sys.println(Reflect.compare(1, 2) < 0);
	}
}
