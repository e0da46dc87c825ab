/** What `haxe.Template` fills in. **/
class Filling {
	static function fill(template:String, context:Dynamic, ?macros:Dynamic) {
		var text = try new haxe.Template(template).execute(context, macros) catch (e:Dynamic) "wrong: " + e;
		Sys.println('$template > $text'.split("\n").join("~"));
	}

	static function main() {
		for (template in ["", "plain", "a::x::b", "::x::::x::", "::missing::", ":: x ::", "a :: b", "a::b", "::", "::::", "::x", "x::", "::x:::"]) fill(template, {x: 1});
		fill("::x.y:: ::x.z.w::", {x: {y: 5, z: {w: "deep"}}});
		fill("::x::", {x: null});
		fill("::list::", {list: [1, 2]});
		fill("::s.length::", {s: "abc"});

		for (x in ([true, false, null, 0, 1, "", "s"] : Array<Dynamic>)) fill("::if x::yes::else::no::end::", {x: x});
		for (x in [1, 2, 3]) fill("::if (x == 1)::one::elseif (x == 2)::two::else::many::end::", {x: x});
		fill("::if x::yes::end::", {x: true});
		fill("::if x::yes::end::", {x: false});
		fill("::if !x::not::end::", {x: false});
		fill("::if (!x)::not::end::", {x: false});
		fill("::if(x)::a::end::", {x: true});
		fill("::if x::::if y::in::end::out::end::", {x: true, y: true});
		fill("::if x::::if y::in::end::out::end::", {x: true, y: false});
		fill("::if (x != null)::set::else::unset::end::", {x: null});
		fill("a\n::if x::\nb\n::end::\nc", {x: true});
		fill("::if ((x > 1) && (x < 10))::inside::end::", {x: 5});

		fill("::foreach list::[::__current__::]::end::", {list: [1, 2, 3]});
		fill("::foreach list::::name::,::end::", {list: [{name: "a"}, {name: "b"}]});
		fill("::foreach list::::name::::top::,::end::", {list: [{name: "a"}, {name: "b"}], top: "!"});
		fill("::foreach list::::foreach inner::::__current__::::end::;::end::", {list: [{inner: [1, 2]}, {inner: [3]}]});
		fill("::foreach a::::foreach b::::c::::d::::end::::end::", {a: [{b: [{c: 1}], d: 2}]});
		fill("::foreach list::::v::::end::::v::", {list: [{v: 1}], v: "outer"});
		fill("::foreach list::::v::::end::", {list: [{}], v: "outer"});
		fill("::foreach list::::v::::end::", {list: [{v: null}], v: "outer"});
		fill("::foreach list::a::end::", {list: []});
		fill("::foreach x.y::::__current__::::end::", {x: {y: [1]}});
		fill("::foreach list::::if (__current__ == 2)::two::else::::__current__::::end::::end::", {list: [1, 2, 3]});
		fill("::foreach list::::(__current__ + 1)::::end::", {list: [1, 2]});
		fill("::foreach list::\n- ::__current__::\n::end::", {list: [1, 2]});
		fill("::foreach map::::__current__::::end::", {map: ["k" => 1]});
		fill("::foreach it::::__current__::::end::", {it: [4, 5].iterator()});

		var values = {x: 4, y: false, t: true, o: {f: 6}, a: "a", b: "b", n: null};
		for (expression in [
			"(1 + 2)", "(x + 1)", "(x - 1)", "(x * 3)", "(x / 2)", "(x + \"s\")", "(x == 4)", "(x != 4)", "(x < 5)", "(x <= 4)", "(x > 5)", "(x >= 4)", "(t && y)", "(t && t)", "(y || t)", "(y || y)"
		]) fill("::" + expression + "::", values);
		for (expression in [
			"(-x)", "-x", "(!y)", "!y", "((x + 1) * 2)", "(o.f + 1)", "o.f", "\"str\"", "(\"q\" == \"q\")", "(a + b)", "(a < b)", "(n == null)", "(x == null)", "(  x  )", "((x))", "(x*x)", "(10 / 4)",
			"(!(t && y))", "(1e3 + 1)", "\"\"", "(x == x)"
		]) fill("::" + expression + "::", values);
		for (expression in ["1+2", "(", "x)", "(x +)", "(+ x)", "()", "(x = 1)", "x-x"]) fill("::" + expression + "::", values);
		for (template in ["::if x::a", "::foreach list::a", "::if x::a::else::b", "::if::a::end::", "$$m(a", "::foreach x::a::end::"]) fill(template, {x: 5, list: [1]});

		var macros = {
			one: (resolve:String->Dynamic, x:Dynamic) -> '<$x>',
			two: (resolve:String->Dynamic, x:Dynamic, y:Dynamic) -> '[$x][$y]',
			look: (resolve:String->Dynamic, name:String) -> resolve(name),
			field: (resolve:String->Dynamic, o:{v:Int}) -> o.v * 2
		};
		for (template in [
			"$$one(a)", "$$one(::x::)", "$$one(x::x::y)", "$$two(a,b)", "$$two(::x::,$$one(q))", "$$two( a , b )", "$$two((a,b),c)", "$$one(())", "$$two(a,)", "$$one(a)$$one(b) t", "$$look(x)",
			"$$field(::o::)", "$$one(::if t::a::else::b::end::)", "$$one(::foreach l::::__current__::::end::)", "cost $$5 $$", "$$one", "$$two((::x::,b),::x::)"
		]) fill(template, {x: 3, t: true, o: {v: 9}, l: [1, 2]}, macros);

		haxe.Template.globals = {g: "global", x: "hidden"};
		fill("::g:: ::x::", {x: 1});
		fill("::g:: ::x::", {});
		fill("::foreach l::::g::::end::", {l: [{}]});
		var template = new haxe.Template("::x::");
		Sys.println(template.execute({x: 1}) + template.execute({x: 2}));
	}
}
