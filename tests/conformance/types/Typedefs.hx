typedef Handler = (Int, String) -> Bool;
typedef Node = {
	var value:Int;
	@:optional var next:Node;
}
typedef Table<T> = Map<String, Array<T>>;
typedef Base = {id:Int};
typedef Full = Base & {name:String};
class Typedefs {
	static function sum(n:Node):Int return n == null ? 0 : n.value + sum(n.next);
	static function main() {
		var h:Handler = (n, s) -> s.length == n;
		Sys.println(h(2, "ab"));
		Sys.println(sum({value: 1, next: {value: 2, next: {value: 3}}}));
		var t:Table<Int> = ["a" => [1, 2]];
		t["a"].push(3);
		Sys.println(t["a"].length);
		var f:Full = {id: 1, name: "n"};
		var b:Base = f;
		b.id = 5;
		Sys.println(f.id + f.name);
	}
}
