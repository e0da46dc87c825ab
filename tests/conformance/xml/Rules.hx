import haxe.xml.Check;

/** XML that is, or is not, as the rules of `haxe.xml.Check` say. **/
class Rules {
	static function check(xml:String, rule:Rule) {
		try {
			Check.checkDocument(Xml.parse(xml), rule);
			Sys.println('$xml fits');
		} catch (e:String) {
			Sys.println('$xml: $e');
		}
	}

	static function main() {
		var a = RNode("a");
		check("<a/>", a);
		check("<b/>", a);
		check("<a x='1'/>", a);
		check("<a>t</a>", a);
		check("<a> </a>", a);
		check("<a><b/></a>", a);
		check("", a);
		check("<a/><a/>", a);
		check("t", a);
		check("<!-- c --><a/>", a);
		check("<a><!-- c --></a>", a);
		var at = RNode("a",[Att("x"),Att("y",FInt),Att("z",FBool,"true")]);
		check("<a/>", at);
		check("<a x='1' y='2' z='true'/>", at);
		check("<a x='' y='2'/>", at);
		check("<a x='1' y='q' z='1'/>", at);
		check("<a x='1' y='1' z='no'/>", at);
		check("<a x='1' y='1' w='1'/>", at);
		check("<a x='1'/>", at);
		check("<a x='b'/>", RNode("a",[Att("x",FEnum(["b","c"]))]));
		check("<a x='d'/>", RNode("a",[Att("x",FEnum(["b","c"]))]));
		check("<a x='abc'/>", RNode("a",[Att("x",FReg(~/^[a-c]+$/))]));
		check("<a x='abd'/>", RNode("a",[Att("x",FReg(~/^[a-c]+$/))]));
		check("<a/>", RNode("a",[Att("x",FInt,"5")]));
		check("<a/>", RNode("a",[Att("x",null,null)]));
		var data = RNode("a",RData());
		check("<a>t</a>", data);
		check("<a/>", data);
		check("<a><![CDATA[q]]></a>", data);
		check("<a><b/></a>", data);
		check("<a>5</a>", RNode("a",RData(FInt)));
		check("<a>x</a>", RNode("a",RData(FInt)));
		check("<a>x<b/></a>", data);
		check("<a></a>", data);
		check("<a>  </a>", data);
		var list = RNode("a",RList([RNode("b"),RNode("c")]));
		check("<a><b/><c/></a>", list);
		check("<a><c/><b/></a>", list);
		check("<a><b/></a>", list);
		check("<a><b/><c/><d/></a>", list);
		check("<a> <b/> <c/> </a>", list);
		var ol = RNode("a",RList([RNode("b"),RNode("c")],true));
		check("<a><b/><c/></a>", ol);
		check("<a><c/><b/></a>", ol);
		check("<a><b/></a>", ol);
		check("<a><b/><c/><c/></a>", ol);
		var m = RNode("a",RMulti(RNode("b")));
		check("<a/>", m);
		check("<a><b/><b/></a>", m);
		check("<a><b/><c/></a>", m);
		var m1 = RNode("a",RMulti(RNode("b"),true));
		check("<a/>", m1);
		check("<a><b/></a>", m1);
		check("<a><c/></a>", m1);
		var ch = RNode("a",RChoice([RNode("b"),RNode("c"),RData(FInt)]));
		check("<a><b/></a>", ch);
		check("<a><c/></a>", ch);
		check("<a><d/></a>", ch);
		check("<a>5</a>", ch);
		check("<a>x</a>", ch);
		check("<a/>", ch);
		check("<a><b/><c/></a>", ch);
		var op = RNode("a",ROptional(RNode("b")));
		check("<a/>", op);
		check("<a><b/></a>", op);
		check("<a><c/></a>", op);
		check("<a><b/><b/></a>", op);
		var nest = RNode("a",RList([RNode("h",[Att("id")]),RMulti(RChoice([RNode("p",RData()),RNode("s",RMulti(RNode("p",RData())))])),ROptional(RNode("f"))],true));
		check("<a><h id='1'/><p>t</p><s><p>u</p></s><f/></a>", nest);
		check("<a><h id='1'/></a>", nest);
		check("<a><h/><p>t</p></a>", nest);
		check("<a><h id='1'/><s><q/></s></a>", nest);
		check("<a><h id='1'/><f/><p>t</p></a>", nest);
		check("<a><p>t</p><h id='1'/></a>", nest);
		try Check.checkNode(Xml.parse("<b/>").firstElement(), a) catch (e:Dynamic) Sys.println(e);
		check("<a><b/><b/></a>", RNode("a",RList([RMulti(RNode("b")),RNode("c")])));
		check("<a><b/><c/><b/></a>", RNode("a",RList([RMulti(RNode("b")),RNode("c")])));
		check("<x/>", RChoice([RNode("a"),RNode("x")]));
		check("<a/><b/>", RList([RNode("a"),RNode("b")]));
		check("<a/>", RMulti(RNode("a")));
		check("<a>1<b/>2</a>", RNode("a",RList([RNode("b"),RMulti(RData(FInt))])));
		check("<a x='01'/>", RNode("a",[Att("x",FInt)]));
		check("<a x='1.5'/>", RNode("a",[Att("x",FInt)]));
		check("<a x='a1'/>", RNode("a",[Att("x",FInt)]));
		var completed = Xml.parse("<a/>");
		Check.checkDocument(completed, RNode("a", [Att("x", FInt, "5")]));
		Sys.println(completed);
	}
}
