typedef Position = {x:Float, y:Float, ?label:String};
class Body {
	public var x = 1.0;
	public var y = 2.0;
	public function new() {}
}
class Structures {
	static function length(p:{x:Float, y:Float}) return Math.sqrt(p.x * p.x + p.y * p.y);
	static function main() {
		var p:Position = {x: 3, y: 4};
		Sys.println(length(p));
		Sys.println(p.label);
		p.label = "here";
		p.x += 1;
		Sys.println(p.x + p.label);
		Sys.println(Math.round(length(new Body()) * 100));
		var q = {name: "n", inner: {deep: [1, 2]}};
		q.inner.deep.push(3);
		Sys.println(q.inner.deep.length + q.name);
		Sys.println(Reflect.fields({a: 1, b: 2}).join(","));
	}
}
