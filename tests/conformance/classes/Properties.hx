class Counter {
	public var count(default, null):Int = 0;
	public var double(get, never):Int;
	public var level(get, set):Int;
	@:isVar public var name(get, set):String = "none";
	var stored = 1;
	public function new() {}
	public function step() count++;
	function get_double() return count * 2;
	function get_level() return stored;
	function set_level(v:Int) {
		Sys.println("set " + v);
		return stored = v > 10 ? 10 : v;
	}
	function get_name() return "<" + name + ">";
	function set_name(n) return name = n.toUpperCase();
}
class Properties {
	static function main() {
		var c = new Counter();
		c.step();
		c.step();
		Sys.println(c.count);
		Sys.println(c.double);
		c.level = 7;
		c.level += 100;
		Sys.println(c.level);
		c.level++;
		Sys.println(c.level = 3);
		c.name = "abc";
		Sys.println(c.name);
	}
}
