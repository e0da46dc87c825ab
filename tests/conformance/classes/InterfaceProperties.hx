interface HasSize {
	var size(get, never):Int;
	var label:String;
}
class Crate implements HasSize {
	public var size(get, never):Int;
	public var label:String = "crate";
	var n:Int;
	public function new(n) this.n = n;
	function get_size() return n * 2;
}
class InterfaceProperties {
	static function describe(s:HasSize) return s.label + " " + s.size;
	static function main() {
		var c = new Crate(4);
		Sys.println(describe(c));
		var s:HasSize = c;
		s.label = "box";
		Sys.println(c.label);
		var anon:{label:String} = c;
		anon.label += "!";
		Sys.println(describe(c));
	}
}
