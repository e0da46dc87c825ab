typedef Extended = {> String, x:Int};
typedef Mixed = {x:Int} & Array<Int>;
