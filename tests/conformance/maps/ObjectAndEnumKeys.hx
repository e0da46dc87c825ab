class Key {
	public var id:Int;
	public function new(id) this.id = id;
}
class ObjectAndEnumKeys {
	static function main() {
		var a = new Key(1);
		var b = new Key(1);
		var m = new Map<Key, String>();
		m.set(a, "a");
		m.set(b, "b");
		Sys.println(m.get(a) + m.get(b));
		Sys.println(m.exists(new Key(1)));
		m.remove(a);
		Sys.println(m.get(a));
		Sys.println(m.get(b));
	}
}
