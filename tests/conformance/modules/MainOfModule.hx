package;
var state = compute();
final table:Array<Int> = [for (i in 0...3) i * i];
private function compute() return 40;
inline final STEP = 2;
function gen<T>(x:T, n = 2):Array<T> return [for (_ in 0...n) x];
overload extern inline function show(i:Int) return "int " + i;
overload extern inline function show(s:String) return "string " + s;
private var hidden = "h";
var prop(get, set):Int;
function get_prop() return state * 2;
function set_prop(v:Int) { state = v; return v; }
function rest(...s:String) return s.toArray().join("+");
class Helper {
	public static function use() return hidden + state;
}

function main() {
	Sys.println(state);
	state += STEP;
	Sys.println(state);
	Sys.println(table);
	Sys.println(gen("x"));
	Sys.println(gen(1, 3));
	Sys.println(show(1));
	Sys.println(show("s"));
	Sys.println(Helper.use());
	prop = 5;
	Sys.println(prop);
	Sys.println(rest("a", "b"));
	var f = compute;
	Sys.println(f());
}
